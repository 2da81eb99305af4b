-- What an account of a unit may read is found by scope: neither all records nor all scopes are walked for that.
CREATE INDEX records_by_scope ON records (scope);
