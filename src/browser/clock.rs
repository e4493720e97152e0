//! The only place that asks what time it is.

/// Milliseconds since 1970 and minutes east of UTC, by the device's clock.
pub fn now() -> (i64, i32) {
    let now = js_sys::Date::new_0();
    #[expect(clippy::cast_possible_truncation, reason = "whole numbers far inside the range")]
    let reading = (now.get_time() as i64, -(now.get_timezone_offset() as i32));
    reading
}

/// The device's time zone by its IANA name, such as `Asia/Shanghai`.
pub fn zone() -> Option<String> {
    let format = js_sys::Intl::DateTimeFormat::new(&js_sys::Array::new(), &js_sys::Object::new());
    let name = js_sys::Reflect::get(&format.resolved_options(), &"timeZone".into()).ok()?;
    name.as_string()
}
