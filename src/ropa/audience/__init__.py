"""Who a copy of a register is for, and what of the register such a reader sees."""

from ropa.audience.copy_for import Copy as Copy, copy_for as copy_for
from ropa.audience.customer import customers as customers, served_by_name as served_by_name
from ropa.audience.others import over_others as over_others
from ropa.audience.reader import Reader as Reader, reader as reader, readers as readers
