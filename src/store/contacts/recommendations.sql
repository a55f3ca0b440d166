SELECT r.uid, c.uid, k.uid, v.uid, r.title, r.by, r.day, r.response, r.reasons, r.override_reason
FROM recommendation r
JOIN contact c ON c.id = r.contact
LEFT JOIN course k ON k.id = r.course
LEFT JOIN vacancy v ON v.id = r.vacancy
WHERE r.person = (SELECT id FROM person WHERE uid = ?) AND r.void = 0 AND c.void = 0 AND c.state = 'valid'
ORDER BY r.day DESC, r.id DESC
