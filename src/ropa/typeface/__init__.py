"""The typeface of everything that is printed or drawn: its two faces, how wide words are, what can be shown.

The faces are DejaVu Sans and DejaVu Sans Bold (licence: `LICENSE.txt` beside them), cut down to Latin,
Greek and Cyrillic as the official languages of the Union need them, punctuation, arrows, ticks and simple
shapes. They are remade, the same bytes, from fonts-dejavu 2.37 with fontTools 4.68, one command for each face:

    pyftsubset DejaVuSans.ttf --no-hinting --notdef-outline --layout-features='' \\
      --drop-tables+=GPOS,GSUB,GDEF,kern,FFTM --name-IDs=0,1,2,3,4,5,6,13,14 --unicodes=U+0020-007E,U+00A0-024F,\\
      U+0259,U+02BB-02BD,U+02C6-02C9,U+02D8-02DD,U+0300-030C,U+0323,U+0326-0328,U+0370-03FF,U+0400-045F,\\
      U+0490-04FF,U+1E00-1EFF,U+2000-200A,U+2010-2027,U+202F-203E,U+2044,U+205F-2060,U+2070-208E,U+20A0-20BF,\\
      U+2116-2122,U+2150-215F,U+2190-2199,U+21B5,U+21C4,U+21D0-21D4,U+21E0,U+21E2,U+2212,U+221A,U+221E,U+2248,\\
      U+2260,U+2264-2265,U+2500-257F,U+25A0-25FF,U+2605-2606,U+2610-2613,U+26A0,U+2709,U+2713-2718,\\
      U+FB01-FB02,U+FFFD

Lengths are points (1/72 inch). reportlab is imported when the first width is asked for.
"""

from __future__ import annotations

from ropa.typeface.face import BOLD, REGULAR, register, width
from ropa.typeface.legible import printable
from ropa.typeface.lines import wrap

__all__ = ["BOLD", "REGULAR", "printable", "register", "width", "wrap"]
