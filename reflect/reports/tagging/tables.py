"""The tags of a table: rows, cells and header cells with the way they point."""

from contextlib import AbstractContextManager, nullcontext
from typing import Any

from reportlab.platypus import Table
from reportlab.platypus.tables import TableRenderCB

from reflect.reports.tagging.tree import Element


class TableTags(TableRenderCB):
    """ReportLab tells it what of a table is drawn; all pieces of one table share it.

    The first row heads the columns and the first column heads the rows. A header row that is
    repeated on a next page, and all lines, are no content.
    """

    def __init__(self) -> None:
        """Nothing is drawn yet."""
        self.table: Element | None = None
        self.is_repeated = False
        self._row: Element | None = None
        self._open: AbstractContextManager[object] = nullcontext()

    def __call__(self, T: Table, cmd: str, *args: Any) -> None:  # noqa: N803 - ReportLab's name
        """What is drawn next."""
        getattr(self, cmd)(T, *args)

    def startTable(self, T: Table) -> None:  # noqa: N802, N803 - ReportLab's names
        """A first or a next piece begins."""
        self.is_repeated = self.table is not None
        self.table = self.table or Element("Table", T.canv.top)  # type: ignore[attr-defined] # it is tagged

    def startBG(self, T: Table) -> None:  # noqa: N802, N803 - ReportLab's names
        """Backgrounds follow."""
        self._begin(T.canv.artifact("Layout"))  # type: ignore[attr-defined] # it is tagged

    def endBG(self, T: Table) -> None:  # noqa: ARG002, N802, N803 - ReportLab's names
        """The backgrounds are drawn."""
        self._open.__exit__(None, None, None)

    startLines = startBG  # noqa: N815 - ReportLab's name
    endLines = endBG  # noqa: N815 - ReportLab's name

    def startRow(self, T: Table, rowNo: int) -> None:  # noqa: ARG002, N802, N803 - ReportLab's names
        """A row follows."""
        self._row = None if self.is_repeated and rowNo == 0 else Element("TR", self.table)

    def startCell(  # noqa: N802 - ReportLab's name
        self,
        T: Table,  # noqa: N803 - ReportLab's name
        rowNo: int,  # noqa: N803 - ReportLab's name
        colNo: int,  # noqa: N803 - ReportLab's name
        *_: Any,
    ) -> None:
        """A cell follows: a header cell, a cell, or a repeated header."""
        canvas: Any = T.canv
        if self._row is None:
            self._begin(canvas.artifact("Pagination"))
            return
        scope = "" if colNo else "Row"
        if rowNo == 0 and not self.is_repeated:
            scope = "Column"
        cell = (
            Element("TH", self._row, attributes=f"/O/Table/Scope/{scope}")
            if scope
            else Element("TD", self._row)
        )
        self._begin(canvas.marked(cell))

    endCell = endBG  # noqa: N815 - ReportLab's name

    def endRow(self, T: Table) -> None:  # noqa: N802, N803 - ReportLab's names
        """Rows leave nothing open."""

    endTable = endRow  # noqa: N815 - ReportLab's name

    def _begin(self, marks: AbstractContextManager[object]) -> None:
        """What is drawn until ReportLab tells the end is inside these."""
        self._open = marks
        marks.__enter__()
