//! New identifiers, unlike any other device's.

use super::clock::now_ms;
use crate::sync::op_id::uuid_v7;

/// A UUID v7 from the device's clock and the browser's source of randomness.
pub fn new_id() -> String {
    let mut random = [0; 10];
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    let drawn = crypto.and_then(|crypto| crypto.get_random_values_with_u8_array(&mut random).ok());
    if drawn.is_none() {
        // No browser that runs this app lacks the source; the clock alone must not make two ids equal.
        for byte in &mut random {
            *byte = (js_sys::Math::random() * 256.0) as u8;
        }
    }
    uuid_v7(now_ms().unsigned_abs(), random)
}
