# Sourced by scripts/demo and scripts/test: a Python of the right age, and a virtual environment with a pip.

say() { printf '%s\n' "$*" >&2; }

python=${PYTHON:-python3}
venv=${PHAEN_VENV:-.venv}

need_python() {
    if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        say "phaen needs Python 3.11 or newer, and '$python' is not. Install python3, or name one: PYTHON=/path/to/python sh $0"
        exit 4
    fi
}

# A bare Debian has python3 without python3-venv: no ensurepip, perhaps no pip. Without root there are still two ways:
# the system's own pip, told to install into the environment, and PyPA's bootstrap script.
make_environment() {
    if [ -x "$venv/bin/python" ] && "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
        return
    fi
    if "$python" -m venv "$venv" >/dev/null 2>&1; then
        return
    fi
    rm -rf "$venv"
    "$python" -m venv --without-pip "$venv"
    if "$python" -m pip --python "$venv/bin/python" install --quiet pip >/dev/null 2>&1; then
        return
    fi
    bootstrap=$(mktemp)
    if "$python" -c 'import sys, urllib.request
open(sys.argv[1], "wb").write(urllib.request.urlopen("https://bootstrap.pypa.io/get-pip.py", timeout=60).read())' \
        "$bootstrap" 2>/dev/null && "$venv/bin/python" "$bootstrap" --quiet; then
        rm -f "$bootstrap"
        return
    fi
    rm -rf "$bootstrap" "$venv"
    say "No virtual environment with pip can be made here. As root: apt-get install python3-venv; then run: sh $0"
    exit 4
}
