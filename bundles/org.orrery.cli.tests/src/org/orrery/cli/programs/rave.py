"""Stands in for the program of that name: takes the words of its command "train", fits two weights to a sine, and leaves what it leaves.

The words are those of scripts/train.py of RAVE; event files are written as SummaryWriter does (records with masked CRC-32C, events with one
simple value), the bar on standard output is that of Lightning. Every value goes to own.csv too, as the file has it.
"""
import math
import os
import struct
import sys


def crc32c(data):
    crc = 0xffffffff
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0x82f63b78 if crc & 1 else 0)
    return crc ^ 0xffffffff


def masked(data):
    crc = crc32c(data)
    return struct.pack('<I', ((crc >> 15 | crc << 17) + 0xa282ead8) & 0xffffffff)


def varint(value):
    out = b''
    while value > 127:
        out += bytes([value & 127 | 128])
        value >>= 7
    return out + bytes([value])


def part(number, content):
    return varint(number << 3 | 2) + varint(len(content)) + content


def record(event):
    head = struct.pack('<Q', len(event))
    return head + masked(head) + event + masked(event)


def scalar(step, tag, value):
    one = part(1, tag.encode()) + varint(2 << 3 | 5) + struct.pack('<f', value)
    return record(varint(1 << 3 | 1) + struct.pack('<d', 1.7e9) + varint(2 << 3) + varint(step) + part(5, part(1, one)))


assert sys.argv[1] == 'train'
words = {}
for word in sys.argv[2:]:
    name, value = word[2:].split('=', 1)
    words.setdefault(name, []).append(value)
steps = int(words['max_steps'][0])
begin = int(open(words['ckpt'][0]).read()) if 'ckpt' in words else 0
run = os.path.join(words['out_path'][0], words['name'][0] + '_0a1b2c3d4e')
version = os.path.join(run, 'version_%d' % (1 if begin else 0))
os.makedirs(os.path.join(version, 'checkpoints'))
with open(os.path.join(run, 'config.gin'), 'w') as config:
    config.write('\n'.join(words['config']))
a = b = 0.0
with open(os.path.join(version, 'events.out.tfevents.1700000000.host.1.0'), 'wb') as events, open('own.csv', 'a') as own:
    events.write(record(varint(1 << 3 | 1) + struct.pack('<d', 1.7e9) + part(3, b'brain.Event:2')))
    for step in range(begin + 1, steps + 1):
        wrong = [a * x / 20 + b - math.sin(x / 10) for x in range(20)]
        a -= 0.1 * sum(w * x / 20 for w, x in zip(wrong, range(20))) / 20
        b -= 0.1 * sum(wrong) / 20
        loss = sum(w * w for w in wrong) / 20
        events.write(scalar(step, 'fullband_spectral_distance', loss))
        own.write('%d,%r\n' % (step, struct.unpack('<f', struct.pack('<f', loss))[0]))
        if step % 10 == 0:
            events.flush()
            sys.stdout.write('\rEpoch %d: %3d%%|%s| %d/10 [00:00<00:00, 41.5it/s, v_num=0]' % (step // 10 - 1, 100, '█' * 10, 10))
            sys.stdout.flush()
with open(os.path.join(version, 'checkpoints', 'best.ckpt'), 'w') as best:
    best.write('%d' % steps)
