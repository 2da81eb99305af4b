//! Serves the Sổ Khối app.
