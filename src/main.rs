//! The app's entry point. In the browser it mounts the app; natively there is nothing to run.
fn main() {}
