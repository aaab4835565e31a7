#!/bin/sh
# The browser that the tests drive: Debian's Chromium, put there where we may; never skipped in silence.
set -eu
if command -v chromium >/dev/null 2>&1 || [ -n "${CHROMIUM:-}" ]; then
    exit 0
fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-liberation >/dev/null
    exit 0
fi
echo "The tests need Chromium. Install it (Debian: sudo apt-get install chromium)," >&2
echo "or say where it is: CHROMIUM=/path/to/chrome make test" >&2
exit 1
