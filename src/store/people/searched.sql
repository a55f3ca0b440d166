SELECT id, uid, id_number, birth_date, work_status_code, certs,
       reference, name, phone, phone2, city, county, town, village, address, wishes, worker
FROM person WHERE void = 0 AND merged_into IS NULL ORDER BY id
