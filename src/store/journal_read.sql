SELECT j.id, s.uid, j.seq, j.uid, j.at, j.clock, o.uid, j.role, j.kind, j.entity, j.subject, j.commitment, j.prev, j.hash
FROM journal j JOIN station s ON s.id = j.station JOIN operator o ON o.id = j.operator
