//! Numbers, texts, lists and structs as bytes and back.
//!
//! Absent on purpose: what an index is made of (`snapshot`); each struct lists its own fields.

use crate::domain::ids::PersonId;
use std::{
    collections::HashMap,
    hash::{BuildHasher, Hash},
    io::{self, ErrorKind, Read, Write},
};

/// Bytes converted at a time.
const CHUNK: usize = 64 << 10;

/// What is read from, and how much of it is left.
pub(super) struct Source<'a> {
    from: &'a mut dyn Read,
    left: u64,
    scratch: Vec<u8>,
}

impl<'a> Source<'a> {
    /// Of so many bytes.
    pub(super) fn new(from: &'a mut dyn Read, length: u64) -> Self {
        Self {
            from,
            left: length,
            scratch: vec![0; CHUNK],
        }
    }

    /// Whether every byte was read.
    pub(super) fn is_empty(&self) -> bool {
        self.left == 0
    }

    fn bytes(&mut self, count: usize) -> io::Result<&[u8]> {
        self.left = self.left.checked_sub(count as u64).ok_or_else(bad)?;
        let scratch = self.scratch.get_mut(..count).ok_or_else(bad)?;
        self.from.read_exact(scratch)?;
        Ok(scratch)
    }

    /// A count of things that take at least so many bytes each.
    fn count(&mut self, least: usize) -> io::Result<usize> {
        let count = u64::take(self)?;
        let fits = count
            .checked_mul(least as u64)
            .is_some_and(|n| n <= self.left);
        usize::try_from(count).ok().filter(|_| fits).ok_or_else(bad)
    }
}

/// The bytes are not what they should be.
pub(super) fn bad() -> io::Error {
    ErrorKind::InvalidData.into()
}

/// What can be written and read back.
pub(super) trait Stored: Sized {
    /// The fewest bytes that one takes.
    const LEAST: usize = 1;

    fn put(&self, to: &mut dyn Write) -> io::Result<()>;

    fn take(from: &mut Source<'_>) -> io::Result<Self>;

    fn put_all(all: &[Self], to: &mut dyn Write) -> io::Result<()> {
        all.iter().try_for_each(|one| one.put(to))
    }

    fn take_all(count: usize, from: &mut Source<'_>) -> io::Result<Vec<Self>> {
        (0..count).map(|_| Self::take(from)).collect()
    }
}

/// What takes the same bytes whatever its value: many of them are converted at once.
macro_rules! stored_number {
    ($($name:ty, $bytes:ty: $to:expr, $from:expr;)+) => {$(
        impl $crate::matching::people::stored::Stored for $name {
            const LEAST: usize = size_of::<$bytes>();

            fn put(&self, to: &mut dyn std::io::Write) -> std::io::Result<()> {
                let bytes: $bytes = $to(*self);
                to.write_all(&bytes)
            }

            fn take(
                from: &mut $crate::matching::people::stored::Source<'_>,
            ) -> std::io::Result<Self> {
                let mut all = Self::take_all(1, from)?;
                Ok(all.swap_remove(0))
            }

            fn put_all(all: &[Self], to: &mut dyn std::io::Write) -> std::io::Result<()> {
                $crate::matching::people::stored::put_fixed(all, to, $to)
            }

            fn take_all(
                count: usize,
                from: &mut $crate::matching::people::stored::Source<'_>,
            ) -> std::io::Result<Vec<Self>> {
                $crate::matching::people::stored::take_fixed(count, from, $from)
            }
        }
    )+};
}
pub(super) use stored_number;

pub(super) fn put_fixed<T: Copy, const N: usize>(
    all: &[T],
    to: &mut dyn Write,
    bytes: impl Fn(T) -> [u8; N],
) -> io::Result<()> {
    let mut scratch = vec![0; (CHUNK / N).min(all.len()) * N];
    for some in all.chunks(CHUNK / N) {
        let scratch = &mut scratch[..some.len() * N];
        for (at, one) in scratch.chunks_exact_mut(N).zip(some) {
            at.copy_from_slice(&bytes(*one));
        }
        to.write_all(scratch)?;
    }
    Ok(())
}

pub(super) fn take_fixed<T, const N: usize>(
    count: usize,
    from: &mut Source<'_>,
    value: impl Fn([u8; N]) -> T,
) -> io::Result<Vec<T>> {
    let mut all = Vec::with_capacity(count);
    while all.len() < count {
        let some = (count - all.len()).min(CHUNK / N);
        let bytes = from.bytes(some * N)?.chunks_exact(N);
        all.extend(bytes.map(|b| {
            let mut own = [0; N];
            own.copy_from_slice(b);
            value(own)
        }));
    }
    Ok(all)
}

stored_number! {
    u8, [u8; 1]: u8::to_le_bytes, u8::from_le_bytes;
    u16, [u8; 2]: u16::to_le_bytes, u16::from_le_bytes;
    u32, [u8; 4]: u32::to_le_bytes, u32::from_le_bytes;
    u64, [u8; 8]: u64::to_le_bytes, u64::from_le_bytes;
    PersonId, [u8; 16]: |id: PersonId| id.0.into_bytes(), |bytes| PersonId(uuid::Uuid::from_bytes(bytes));
}

impl Stored for usize {
    const LEAST: usize = 8;

    fn put(&self, to: &mut dyn Write) -> io::Result<()> {
        (*self as u64).put(to)
    }

    fn take(from: &mut Source<'_>) -> io::Result<Self> {
        Self::try_from(u64::take(from)?).map_err(|_| bad())
    }
}

impl Stored for char {
    const LEAST: usize = 4;

    fn put(&self, to: &mut dyn Write) -> io::Result<()> {
        u32::from(*self).put(to)
    }

    fn take(from: &mut Source<'_>) -> io::Result<Self> {
        Self::from_u32(u32::take(from)?).ok_or_else(bad)
    }
}

impl<T: Stored> Stored for Vec<T> {
    const LEAST: usize = 8;

    fn put(&self, to: &mut dyn Write) -> io::Result<()> {
        self.len().put(to)?;
        T::put_all(self, to)
    }

    fn take(from: &mut Source<'_>) -> io::Result<Self> {
        let count = from.count(T::LEAST)?;
        T::take_all(count, from)
    }
}

impl<T: Stored> Stored for Box<[T]> {
    const LEAST: usize = 8;

    fn put(&self, to: &mut dyn Write) -> io::Result<()> {
        self.len().put(to)?;
        T::put_all(self, to)
    }

    fn take(from: &mut Source<'_>) -> io::Result<Self> {
        Vec::take(from).map(Vec::into_boxed_slice)
    }
}

impl Stored for String {
    const LEAST: usize = 8;

    fn put(&self, to: &mut dyn Write) -> io::Result<()> {
        self.len().put(to)?;
        to.write_all(self.as_bytes())
    }

    fn take(from: &mut Source<'_>) -> io::Result<Self> {
        Self::from_utf8(Vec::take(from)?).map_err(|_| bad())
    }
}

impl Stored for Box<str> {
    const LEAST: usize = 8;

    fn put(&self, to: &mut dyn Write) -> io::Result<()> {
        self.len().put(to)?;
        to.write_all(self.as_bytes())
    }

    fn take(from: &mut Source<'_>) -> io::Result<Self> {
        String::take(from).map(String::into_boxed_str)
    }
}

impl<A: Stored, B: Stored> Stored for (A, B) {
    const LEAST: usize = A::LEAST + B::LEAST;

    fn put(&self, to: &mut dyn Write) -> io::Result<()> {
        self.0.put(to)?;
        self.1.put(to)
    }

    fn take(from: &mut Source<'_>) -> io::Result<Self> {
        Ok((A::take(from)?, B::take(from)?))
    }
}

impl<T: Stored + Copy + Default, const N: usize> Stored for [T; N] {
    const LEAST: usize = N * T::LEAST;

    fn put(&self, to: &mut dyn Write) -> io::Result<()> {
        T::put_all(self, to)
    }

    fn take(from: &mut Source<'_>) -> io::Result<Self> {
        Self::try_from(T::take_all(N, from)?).map_err(|_| bad())
    }
}

/// In the order of the keys, so that the same people are the same bytes.
impl<K: Stored + Ord + Hash, V: Stored, S: BuildHasher + Default> Stored for HashMap<K, V, S> {
    const LEAST: usize = 8;

    fn put(&self, to: &mut dyn Write) -> io::Result<()> {
        let mut entries: Vec<(&K, &V)> = self.iter().collect();
        entries.sort_unstable_by_key(|(key, _)| *key);
        entries.len().put(to)?;
        entries.into_iter().try_for_each(|(key, value)| {
            key.put(to)?;
            value.put(to)
        })
    }

    fn take(from: &mut Source<'_>) -> io::Result<Self> {
        let count = from.count(K::LEAST + V::LEAST)?;
        (0..count)
            .map(|_| Ok((K::take(from)?, V::take(from)?)))
            .collect()
    }
}

/// Reads and writes a struct by its fields, in this order; all of them have to stand here.
macro_rules! stored {
    ($name:ident $(<$of:ident>)? { $($field:ident),+ $(,)? }) => {
        impl $(<$of: $crate::matching::people::stored::Stored>)?
            $crate::matching::people::stored::Stored for $name $(<$of>)?
        {
            fn put(&self, to: &mut dyn std::io::Write) -> std::io::Result<()> {
                let Self { $($field),+ } = self;
                $($crate::matching::people::stored::Stored::put($field, to)?;)+
                Ok(())
            }

            fn take(
                from: &mut $crate::matching::people::stored::Source<'_>,
            ) -> std::io::Result<Self> {
                Ok(Self {
                    $($field: $crate::matching::people::stored::Stored::take(from)?),+
                })
            }
        }
    };
}
pub(super) use stored;

/// The same in parts, numbered from zero, of about the same size.
macro_rules! stored_parts {
    ($name:ident [$count:literal] { $($part:literal: $($field:ident),+;)+ }) => {
        impl $name {
            /// In how many parts one is written.
            pub(super) const PARTS: usize = $count;

            pub(super) fn put_part(
                &self,
                part: usize,
                to: &mut dyn std::io::Write,
            ) -> std::io::Result<()> {
                let Self { $($($field),+),+ } = self;
                match part {
                    $($part => {
                        $($crate::matching::people::stored::Stored::put($field, to)?;)+
                    })+
                    _ => {}
                }
                Ok(())
            }

            pub(super) fn take_part(
                part: usize,
                from: &mut $crate::matching::people::stored::Source<'_>,
            ) -> std::io::Result<$crate::matching::people::snapshot::Fill> {
                match part {
                    $($part => {
                        $(let $field = $crate::matching::people::stored::Stored::take(from)?;)+
                        Ok(Box::new(move |whole: &mut Self| {
                            $(whole.$field = $field;)+
                        }))
                    })+
                    _ => Err(std::io::ErrorKind::InvalidData.into()),
                }
            }
        }
    };
}
pub(super) use stored_parts;
