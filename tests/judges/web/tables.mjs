// Reads a workbook with exceljs and tells what stands in every table: its name, headings with their notes, rows with the
// words to choose from, and how it prints.
import { createRequire } from "node:module";

const [programs, file] = process.argv.slice(2);
const ExcelJS = createRequire(`${programs}/package.json`)("exceljs");

const said = (value) => {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (value.richText) return value.richText.map((run) => run.text).join("");
  if (value.hyperlink !== undefined) return value.text;
  return value;
};

const noted = (note) => (typeof note === "object" ? note.texts.map((run) => run.text).join("") : (note ?? ""));

const book = new ExcelJS.Workbook();
await book.xlsx.readFile(file);
const tables = book.worksheets.flatMap((sheet) =>
  Object.values(sheet.tables).map(({ table }) => {
    const [, left, top, right, bottom] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(table.tableRef);
    const [first, last] = [sheet.getColumn(left).number, sheet.getColumn(right).number];
    const row = (number) =>
      Array.from({ length: last - first + 1 }, (_, place) => said(sheet.getCell(number, first + place).value));
    const rows = [];
    for (let number = Number(top) + 1; number <= Number(bottom); number += 1) rows.push(row(number));
    const heads = Array.from({ length: last - first + 1 }, (_, place) => sheet.getCell(Number(top), first + place));
    const below = heads.map((_, place) => sheet.getCell(Number(bottom), first + place));
    const { paperSize, orientation, fitToWidth } = sheet.pageSetup;
    return {
      sheet: sheet.name,
      name: table.name,
      columns: table.columns.map((column) => column.name),
      headings: row(Number(top)),
      notes: heads.map((cell) => noted(cell.note)),
      choices: below.map((cell) => cell.dataValidation?.formulae?.[0] ?? ""),
      rows,
      page: { paperSize, orientation, fitToWidth },
    };
  }),
);
process.stdout.write(JSON.stringify(tables));
