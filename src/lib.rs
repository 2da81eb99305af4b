//! Sổ Khối: counts, charts and reports for the office of a bloc committee, offline first.
