"""The symbolic teacher behind an OpenAI-compatible address on loopback: `factory serve-teacher`.

Any client can be tried against it for nothing, with latency, faults and limits as asked for. It
listens on this machine alone, takes no key and keeps nothing on disk.
"""
