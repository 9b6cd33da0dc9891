-- ANALYZE copies up to a hundred values of a column into pg_statistic, where they outlive their rows: VACUUM FULL does not take them away.
-- So nothing is sampled of what is sealed, keyed or hashed. A later column of bytes says so itself; SchemaIT asks.
DO $$
DECLARE
    bytes record;
BEGIN
    FOR bytes IN
        SELECT a.attrelid::regclass AS relation, a.attname AS name, a.attstorage AS storage
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
        WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
          AND a.attnum > 0 AND NOT a.attisdropped AND a.atttypid = 'bytea'::regtype
    LOOP
        -- The same type again drops what was sampled before, and with it the way the column is stored.
        EXECUTE format('ALTER TABLE %s ALTER COLUMN %I TYPE bytea', bytes.relation, bytes.name);
        EXECUTE format('ALTER TABLE %s ALTER COLUMN %I SET STATISTICS 0', bytes.relation, bytes.name);
        IF bytes.storage = 'e' THEN
            EXECUTE format('ALTER TABLE %s ALTER COLUMN %I SET STORAGE EXTERNAL', bytes.relation, bytes.name);
        END IF;
    END LOOP;
END
$$;
