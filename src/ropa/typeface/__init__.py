"""The typeface of everything that is printed or drawn: its two faces, how wide words are, what can be shown.

The faces are DejaVu Sans and DejaVu Sans Bold (licence: `LICENSE.txt` beside them), cut down to Latin,
Greek and Cyrillic as the official languages of the Union need them, punctuation, arrows, ticks and simple
shapes. They are remade, the same bytes, from fonts-dejavu 2.37 with fontTools 4.68, for each face:

    pyftsubset DejaVuSans.ttf --no-hinting --notdef-outline --layout-features=
        --drop-tables+=GPOS,GSUB,GDEF,kern,FFTM --name-IDs=0,1,2,3,4,5,6,13,14 --unicodes-file=ranges.txt

where `ranges.txt` holds

    20-7E A0-24F 259 2BB-2BD 2C6-2C9 2D8-2DD 300-30C 323 326-328 370-3FF 400-45F 490-4FF 1E00-1EFF
    2000-200A 2010-2027 202F-203E 2044 205F-2060 2070-208E 20A0-20BF 2116-2122 2150-215F 2190-2199 21B5 21C4
    21D0-21D4 21E0 21E2 2212 221A 221E 2248 2260 2264-2265 2500-257F 25A0-25FF 2605-2606 2610-2613 26A0 2709
    2713-2718 FB01-FB02 FFFD

Lengths are points (1/72 inch). reportlab is imported when the first width is asked for.
"""

from __future__ import annotations

from ropa.typeface.breaks import atoms
from ropa.typeface.face import BOLD, REGULAR, register, width
from ropa.typeface.legible import printable, unshown
from ropa.typeface.lines import wrap

__all__ = ["BOLD", "REGULAR", "atoms", "printable", "register", "unshown", "width", "wrap"]
