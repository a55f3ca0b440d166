SELECT p.id, p.reference, p.name, p.sex, p.birth_date, p.id_number, coalesce(p.phone, p.phone2), p.town, p.village, p.wishes,
       p.state, c.at, c.outcome, l.next_due
FROM person p
LEFT JOIN latest l ON l.person = p.id
LEFT JOIN contact c ON c.id = l.contact
WHERE p.uid = ? AND p.void = 0
