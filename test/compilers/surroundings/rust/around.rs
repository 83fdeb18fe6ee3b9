// What the programs of the fixtures use and do not declare: see docs/contributing/testing.md.
extern crate derives;

pub use derives::{Deserialize, Serialize};
pub use std::collections::{HashMap, HashSet};
pub use std::sync::LazyLock;

// ThinQ

/// An error of a client for ThinQ. A code that no type was laid over yet is a `Value`.
#[derive(Debug)]
pub struct ThinQApiError<Code = String> {
    pub code: Code,
    pub message: String,
}

impl<Code: std::fmt::Debug> std::fmt::Display for ThinQApiError<Code> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl<Code: std::fmt::Debug> std::error::Error for ThinQApiError<Code> {}

pub struct ThinQApi;

impl ThinQApi {
    pub async fn control(&self, _id: &str, _power: &str) -> Result<(), ThinQApiError> {
        Ok(())
    }
}

pub mod thinq_connect {
    pub use super::{ThinQApi, ThinQApiError};
}

pub mod thinq {
    pub use super::ThinQApiError as ApiError;
}

#[derive(Debug)]
pub struct Error;

impl<Code> From<ThinQApiError<Code>> for Error {
    fn from(_: ThinQApiError<Code>) -> Self {
        Error
    }
}

// NUGU

#[derive(Clone)]
pub struct SmartHomeDevice;
pub type Device = SmartHomeDevice;

impl SmartHomeDevice {
    pub fn to_json(&self) -> Value {
        Value
    }
}

impl From<SmartHomeDevice> for Value {
    fn from(_: SmartHomeDevice) -> Self {
        Value
    }
}

pub struct Item {
    pub result_code: String,
    pub device: SmartHomeDevice,
    pub more: Value,
}

impl From<Map> for Item {
    fn from(_: Map) -> Self {
        Item { result_code: String::new(), device: SmartHomeDevice, more: Value }
    }
}

pub type Command = Value;

pub const KEY: &str = "errorProperties";

pub fn properties(_: &SmartHomeDevice) -> Value {
    Value
}

pub fn brighter(_: &Command) -> Value {
    Value
}

pub fn darker(_: &Command) -> Value {
    Value
}

// What a program does for a person.

pub struct Ui;

impl Ui {
    pub fn offline(&self) {}
    pub fn off(&self) {}
}

pub mod tracing {
    pub use crate::warn;
}

#[macro_export]
macro_rules! warn {
    ($($part:expr),+) => { println!($($part),+) };
}

pub fn show(_: &str) {}
pub fn report<Code>(_: &ThinQApiError<Code>) {}
pub fn count() {}
pub fn retry() {}

// serde_json

#[derive(Debug)]
pub struct Value;

impl Value {
    pub fn as_str(&self) -> Option<&str> {
        None
    }
}

impl std::ops::Index<&str> for Value {
    type Output = Value;
    fn index(&self, _: &str) -> &Value {
        self
    }
}

impl PartialEq<i32> for Value {
    fn eq(&self, _: &i32) -> bool {
        false
    }
}

impl PartialEq<str> for Value {
    fn eq(&self, _: &str) -> bool {
        false
    }
}

impl PartialEq<&str> for Value {
    fn eq(&self, _: &&str) -> bool {
        false
    }
}

impl From<&str> for Value {
    fn from(_: &str) -> Self {
        Value
    }
}

pub struct Map;

impl Map {
    pub fn new() -> Self {
        Map
    }
    pub fn insert(&mut self, _key: String, _value: Value) -> Option<Value> {
        None
    }
}

pub fn to_value<T: ?Sized>(_: &T) -> Value {
    Value
}

/// Takes what serde_json's takes: keys are literals, names or stand in brackets; values are JSON or expressions.
#[macro_export]
macro_rules! json {
    (null) => { $crate::Value };
    ([ $($items:tt)* ]) => { $crate::json_items!($($items)*) };
    ({ $($entries:tt)* }) => { $crate::json_entries!($($entries)*) };
    ($value:expr) => { $crate::to_value(&$value) };
}

#[macro_export]
macro_rules! json_items {
    () => { $crate::Value };
    (null $(, $($rest:tt)*)?) => { $crate::json_items!($($($rest)*)?) };
    ([ $($items:tt)* ] $(, $($rest:tt)*)?) => {{ $crate::json!([ $($items)* ]); $crate::json_items!($($($rest)*)?) }};
    ({ $($entries:tt)* } $(, $($rest:tt)*)?) => {{ $crate::json!({ $($entries)* }); $crate::json_items!($($($rest)*)?) }};
    ($value:expr $(, $($rest:tt)*)?) => {{ $crate::json!($value); $crate::json_items!($($($rest)*)?) }};
}

#[macro_export]
macro_rules! json_entries {
    () => { $crate::Value };
    ($key:tt : null $(, $($rest:tt)*)?) => {{ let _: &str = $key; $crate::json_entries!($($($rest)*)?) }};
    ($key:tt : [ $($items:tt)* ] $(, $($rest:tt)*)?) => {{
        let _: &str = $key;
        $crate::json!([ $($items)* ]);
        $crate::json_entries!($($($rest)*)?)
    }};
    ($key:tt : { $($entries:tt)* } $(, $($rest:tt)*)?) => {{
        let _: &str = $key;
        $crate::json!({ $($entries)* });
        $crate::json_entries!($($($rest)*)?)
    }};
    ($key:tt : $value:expr $(, $($rest:tt)*)?) => {{
        let _: &str = $key;
        $crate::json!($value);
        $crate::json_entries!($($($rest)*)?)
    }};
}

// phf

pub mod phf {
    pub struct Map<K: 'static, V: 'static> {
        pub entries: &'static [(K, V)],
    }

    impl<K: std::borrow::Borrow<str>, V> Map<K, V> {
        /// The real one is as strict: a `&String` is no key of a map of `&str`.
        pub fn get<T: ?Sized>(&self, _key: &T) -> Option<&V>
        where
            K: std::borrow::Borrow<T>,
        {
            self.entries.first().map(|(_, value)| value)
        }
    }
}

#[macro_export]
macro_rules! phf_map {
    ($($key:literal => $value:expr),* $(,)?) => { $crate::phf::Map { entries: &[$(($key, $value)),*] } };
}

// axum and wiremock

pub struct Json<T>(pub T);
pub trait IntoResponse {}
impl<T> IntoResponse for (StatusCode, Json<T>) {}
pub struct StatusCode;

impl StatusCode {
    pub const NOT_FOUND: StatusCode = StatusCode;
    pub const BAD_REQUEST: StatusCode = StatusCode;
    pub const UNAUTHORIZED: StatusCode = StatusCode;
    pub const FORBIDDEN: StatusCode = StatusCode;
    pub const NOT_ACCEPTABLE: StatusCode = StatusCode;
    pub const SERVICE_UNAVAILABLE: StatusCode = StatusCode;
    pub const INTERNAL_SERVER_ERROR: StatusCode = StatusCode;
}

pub struct Router;
pub struct Method;

impl Router {
    pub fn new() -> Self {
        Router
    }
    pub fn route(self, _path: &str, _method: Method) -> Self {
        self
    }
}

pub fn post<Handler>(_: Handler) -> Method {
    Method
}

pub async fn set_temperature() {}
pub async fn turn_on() {}

pub struct MockServer;
pub struct Mock;
pub struct Matcher;
pub struct ResponseTemplate;

pub fn method(_: &str) -> Matcher {
    Matcher
}

impl Mock {
    pub fn given(_: Matcher) -> Self {
        Mock
    }
    pub fn respond_with(self, _: ResponseTemplate) -> Self {
        self
    }
    pub async fn mount(self, _: &MockServer) {}
}

impl ResponseTemplate {
    pub fn new(_status: u16) -> Self {
        ResponseTemplate
    }
    pub fn set_body_json(self, _: Value) -> Self {
        self
    }
}
