"""Prints what openpyxl finds in a workbook: per sheet the frozen cell, the filter, and every cell with its type and number format."""

import json
import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps({
    "created": book.properties.created.isoformat(),
    "sheets": [
        {
            "name": sheet.title,
            "frozen": sheet.freeze_panes,
            "filter": sheet.auto_filter.ref,
            "rows": [[[cell.data_type, cell.value, cell.number_format] for cell in row] for row in sheet.iter_rows()],
        }
        for sheet in book.worksheets
    ],
}))
