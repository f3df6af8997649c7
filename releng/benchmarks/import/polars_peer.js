const polars = require('nodejs-polars');
const table = polars.readCSV(process.argv[2], { tryParseDates: true, nullValues: ['NA', 'N/A', 'null', ''] });
console.log(table.height, Math.round(process.resourceUsage().maxRSS / 1024));
