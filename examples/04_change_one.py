"""Change a register and keep its comments. Run from the top folder: python examples/04_change_one.py"""

import shutil
import tempfile
from pathlib import Path

import ropa

with tempfile.TemporaryDirectory() as folder:
    path = Path(folder, "register.yaml")
    shutil.copy("examples/bakery/register.yaml", path)
    before = path.read_text("utf-8").splitlines()

    register = ropa.load(path)
    contract = ropa.Agreement(
        key="dpa-postduif", kind="processing-agreement", between=("korenaar", "postduif")
    )
    limit = ropa.Retention(period="2 years", starts="unsubscribe", then=("erase",))
    register = register.put(contract).replace("nieuwsbrief", retention=limit)
    ropa.save(register, path)
    after = path.read_text("utf-8").splitlines()

print("Written anew, everything else kept its bytes:")
for line in after:
    if line not in before:
        print(f"  {line.strip()}")
print(f"Comments before: {sum('#' in line for line in before)}, after: {sum('#' in line for line in after)}")
