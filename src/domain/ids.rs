//! Identities of records: UUIDv7 values, one type per kind so that they can't be mixed up.

use std::fmt;
use uuid::Uuid;

macro_rules! ids {
    ($( $(#[$meta:meta])* $name:ident; )+) => { $(
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub Uuid);

        impl $name {
            /// Reads the usual hyphenated or plain hexadecimal form.
            pub fn parse(text: &str) -> Option<Self> {
                Uuid::try_parse(text.trim()).ok().map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { self.0.fmt(f) }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.0)
            }
        }
    )+ };
}

ids! {
    /// A person (求职者).
    PersonId;
    /// A training course (课程).
    CourseId;
    /// A vacancy (岗位).
    VacancyId;
    /// An enterprise (用人单位).
    EnterpriseId;
    /// One logged contact (联系记录).
    ContactId;
    /// A recommendation of a course or vacancy (推荐).
    RecommendationId;
    /// An operator (经办人).
    OperatorId;
    /// An entry of a ledger (台账).
    EntryId;
    /// A kept text of the box (常用名单).
    SavedViewId;
    /// A draft (暂存).
    DraftId;
    /// A counter's installation that writes its own journal chain (台站).
    StationId;
}

/// Makes UUIDv7 values from a time and ten random bytes; pure, so that a generated office is the
/// same each time.
pub fn uuid_v7(unix_ms: u64, random: [u8; 10]) -> Uuid {
    uuid::Builder::from_unix_timestamp_millis(unix_ms, &random).into_uuid()
}
