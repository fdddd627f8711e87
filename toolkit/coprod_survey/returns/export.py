"""Returns → a CSV of codes as a channel would send it, which `read_returns` reads back."""

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from coprod_survey.model.bank import Bank
from coprod_survey.model.returns import Returns
from coprod_survey.model.variable import Variable, variables

DETAILS = ("respondent", "council", "group", "wave", "form")


def answers_csv(returns: Returns, bank: Bank) -> bytes:
    """One row a respondent, with codes as the bank writes them.

    Skipped and not shown are empty cells; don't know and does not apply have codes.
    """
    rows = returns.table.num_rows
    columns = {
        getattr(bank.survey.returns, detail): returns.table.column(detail) for detail in DETAILS
    }
    columns["edition"] = pa.array([returns.edition] * rows)
    columns["fingerprint"] = pa.array([returns.fingerprint] * rows)
    columns["simulated"] = pa.array([str(returns.simulated).lower()] * rows)
    for variable in variables(bank).values():
        columns[variable.heading] = _written(returns.table.column(variable.name), variable)
    for item in bank.items.values():
        if item.kind == "text":
            columns[item.column or item.id] = returns.table.column(item.id)
    sink = pa.BufferOutputStream()
    csv.write_csv(pa.table(columns), sink)
    return bytes(sink.getvalue())


def _written(codes: pa.ChunkedArray, variable: Variable) -> pa.ChunkedArray:
    """The code of each point or absence as a returns file has it; else an empty cell."""
    written = {place: point.code for place, point in enumerate(variable.points, 1)}
    written |= {code: option.code for option, code in variable.absences}
    known = pa.array(list(written), pa.int8())
    words = pa.array(list(written.values()), pa.string())
    return pc.fill_null(words.take(pc.index_in(codes, value_set=known)), "")
