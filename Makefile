# The scripts do the work; a bare Debian has a shell but no make.
.PHONY: demo test check

demo:
	sh scripts/demo

test:
	sh scripts/test

check:
	bash .ci/run
