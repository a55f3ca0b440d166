SELECT count(*)
FROM latest l
JOIN person p ON p.id = l.person
WHERE l.next_due <= ?1 AND p.void = 0 AND (p.state IS NULL OR p.state NOT IN ('dead', 'moved', 'merged'))
