"""Stands in for the module of that name: fits one number by two players, and prints what the real one prints.

The words are those of fit() of CTGAN with verbose=True (its description inside of the bar of tqdm, whose form is in the documentation of
tqdm: description, percentage, bar, count, times, rate). What is shown goes to own.csv as it is shown.
"""
import random
import sys


class Losses:
    def __init__(self):
        self.rows = []

    def to_csv(self, path, index):
        with open(path, 'w') as out:
            out.write('Epoch,Generator Loss,Discriminator Loss\n')
            for row in self.rows:
                out.write('%d,%r,%r\n' % row)


class CTGAN:
    def __init__(self, epochs=300, batch_size=500, generator_lr=2e-4, discriminator_lr=2e-4, discriminator_steps=1, embedding_dim=128,
                 verbose=False):
        self.epochs = epochs
        self.rate = generator_lr * 500
        self.verbose = verbose
        self.loss_values = Losses()

    def fit(self, table, columns):
        values = [float(row[0]) for row in table.rows]
        target = sum(values) / len(values)
        mean = 0.0
        critic = 0.0
        own = open('own.csv', 'w')

        def show(n, text):
            part = n * 10 // self.epochs
            sys.stderr.write('\r%s: %3.0f%%|%s| %d/%d [00:%02d<00:01,  2.41it/s]' % (
                text, 100.0 * n / self.epochs, '█' * part + ' ' * (10 - part), n, self.epochs, n))
            sys.stderr.flush()
            own.write('%d,%s,%s\n' % (n, text.split('(')[1].split(')')[0], text.split('(')[2].split(')')[0]))

        sys.stderr.write('\r  0%%|          | 0/%d [00:00<?, ?it/s]' % self.epochs)
        text = 'Gen. (0.00) | Discrim. (0.00)'
        show(0, text)
        chance = random.Random(7)
        for epoch in range(self.epochs):
            noise = chance.gauss(0, 0.1)
            critic += self.rate * (target - mean - critic)
            mean += self.rate * critic + noise * self.rate
            generator_loss = (target - mean) ** 2 - 1
            discriminator_loss = -critic
            self.loss_values.rows.append((epoch, generator_loss, discriminator_loss))
            text = 'Gen. ({gen:.2f}) | Discrim. ({dis:.2f})'.format(gen=generator_loss, dis=discriminator_loss)
            # The description first, then the count: so the bar shows each loss twice.
            show(epoch, text)
            show(epoch + 1, text)
        sys.stderr.write('\n')
        own.close()
        self.mean = mean

    def save(self, path):
        with open(path, 'w') as out:
            out.write('%r' % self.mean)

    def sample(self, rows):
        from pandas import Table
        return Table(['x'], [[repr(self.mean)]] * rows)
