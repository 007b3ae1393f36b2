"""Numbers of Linux's system calls on x86_64 and aarch64, from the kernel's own headers
(Debian: linux-libc-dev). Writes system_calls.csv: name, x86_64, aarch64; blank where there is none."""
import re
from pathlib import Path

def numbers(path):
    found = {}
    for line in Path(path).read_text().splitlines():
        match = re.match(r"#define __NR(?:3264)?_(\w+)\s+(\d+)$", line)
        if match:
            found.setdefault(match[1], match[2])
    return found

x86_64 = numbers("/usr/include/x86_64-linux-gnu/asm/unistd_64.h")
# The generic table is aarch64's: asm/unistd.h there includes it.
aarch64 = numbers("/usr/include/asm-generic/unistd.h")
rows = [f"{name},{x86_64.get(name, '')},{aarch64.get(name, '')}" for name in sorted({*x86_64, *aarch64})]
Path(__file__).with_suffix(".csv").write_text("name,x86_64,aarch64\n" + "\n".join(rows) + "\n")
