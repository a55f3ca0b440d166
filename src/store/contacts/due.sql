-- Nobody is called after they died, left or were merged into another record.
SELECT p.uid, l.next_due, c.note
FROM latest l
JOIN person p ON p.id = l.person
JOIN contact c ON c.id = l.contact
WHERE l.next_due <= ?1 AND p.void = 0 AND (p.state IS NULL OR p.state NOT IN ('dead', 'moved', 'merged'))
ORDER BY l.next_due, c.at, c.id
LIMIT ?2
