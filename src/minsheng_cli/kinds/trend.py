"""trend 趋势指标: a level that should keep rising (持续提升); outside every mean."""

from fractions import Fraction
from typing import ClassVar, Literal

from minsheng_cli.fields.scalars import NotNegative
from minsheng_cli.kinds.figure import Figure, Reading, Unfit
from minsheng_cli.kinds.indicator import Indicator, read_one_number


class Trend(Indicator):
    """Above its baseline at the deadline; the baseline is given, or is the first report (基数月)."""

    kind: Literal["trend"]
    baseline: NotNegative | None = None
    baseline_from: Literal["first report"] | None = None
    direction: Literal["up"] = "up"

    cumulative: ClassVar[bool] = False
    rated: ClassVar[bool] = False

    def read(self, figure: Figure) -> Reading | list[Unfit]:
        """The month's level."""
        return read_one_number(self, figure)

    def read_step(self, text: str) -> Fraction | Unfit:
        """A trend has no schedule: it is judged against its baseline alone."""
        return Unfit("trend-has-no-schedule", about={"text": text})

    def level(self, reading: Reading) -> Fraction | None:
        """The level."""
        return self.done(reading)
