SELECT c.uid, k.uid, v.uid, r.title, r.by, r.response, r.reasons, r.override_reason
FROM recommendation r
JOIN contact c ON c.id = r.contact
LEFT JOIN course k ON k.id = r.course
LEFT JOIN vacancy v ON v.id = r.vacancy
WHERE r.void = c.void
ORDER BY r.id
