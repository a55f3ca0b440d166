-- Files opened and people contacted, newest first.
SELECT uid, at FROM (
    SELECT * FROM (
        SELECT p.uid AS uid, j.at AS at, p.void AS void
        FROM journal j JOIN person p ON p.uid = j.subject
        WHERE j.kind = 'open' ORDER BY j.id DESC LIMIT ?1
    )
    UNION ALL
    SELECT * FROM (
        SELECT p.uid, c.entered_at, p.void
        FROM contact c JOIN person p ON p.id = c.person
        WHERE c.void = 0 ORDER BY c.id DESC LIMIT ?1
    )
)
WHERE void = 0
ORDER BY at DESC
