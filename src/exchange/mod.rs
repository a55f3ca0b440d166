//! Sheets in, logs out: rows to records with every fix named, records to CSV, XLSX, JSON and HTML. Writes to bytes, never to a path.
