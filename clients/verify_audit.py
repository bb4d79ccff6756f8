"""Verifies an export of the audit log by the rule of docs/AUDIT.md: python verify_audit.py export.ndjson"""
import hashlib, json, sys

def verify(path, first=1, previous="0" * 64):
    seq = first
    for number, line in enumerate(open(path, "rb"), start=1):
        line = line.rstrip(b"\r\n")
        event, tail = line[len(b'{"event":'):-154], line[-154:].decode()
        expected = hashlib.sha256(previous.encode() + event).hexdigest()
        if line[:9] != b'{"event":' or tail != f',"hash":"{expected}","prev_hash":"{previous}"}}':
            return f"line {number} is not what follows line {number - 1}"
        if json.loads(event)["seq"] != seq:
            return f"line {number} is not event {seq}"
        previous, seq = expected, seq + 1
    print(f"events {first} to {seq - 1}, last hash {previous}")

fault = verify(sys.argv[1])
sys.exit(fault)
