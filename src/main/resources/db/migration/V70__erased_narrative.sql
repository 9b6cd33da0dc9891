-- A text that names somebody can be erased (ADR 47); its row says that there was one, and who took it away.
ALTER TABLE report_narrative ADD COLUMN erased_at timestamptz, ADD COLUMN erased_by text;

-- A sample of the words would outlive them in the planner's statistics.
ALTER TABLE report_narrative ALTER COLUMN needs SET STATISTICS 0, ALTER COLUMN recommendations SET STATISTICS 0;
ALTER TABLE report_release ALTER COLUMN content SET STATISTICS 0;
