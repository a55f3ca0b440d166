INSERT INTO journal (id, station, seq, uid, at, clock, operator, role, kind, entity, subject, commitment, prev, hash)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
