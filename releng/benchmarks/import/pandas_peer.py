import resource, sys
import pandas
table = pandas.read_csv(sys.argv[1], parse_dates=['day', 'moment'])
print('table %.0f MiB' % (table.memory_usage(deep=True).sum() / 2**20), file=sys.stderr)
print(len(table), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
