"""The run file: journal, ledger, rows. The only SQL that writes is here and in the set steps."""
