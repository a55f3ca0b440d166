//! Laying out everybody, in one pass over the register.

use crate::{
    domain::{failure::Failure, ids::PersonId, person::PersonRecord},
    matching::{
        offers::{Catalogue, Offer, Pool},
        people::Index,
    },
    office::knowledge,
    store::{Mark, Store},
};
use std::sync::mpsc;

/// People handed over at a time.
const CHUNK: usize = 512;

pub(super) fn index(store: &Store) -> Result<(Index, Mark), Failure> {
    let (lexicon, occupations) = (knowledge::lexicon(), knowledge::occupations());
    lay_out(store, |people| {
        Index::build_with(lexicon, Some(occupations), people)
    })
}

pub(super) fn pool(store: &Store) -> Result<(Pool, Mark), Failure> {
    let mut pool = Pool::new(knowledge::occupations(), knowledge::divisions());
    lay_out(store, |people| {
        people.for_each(|(id, record)| pool.upsert(id, &record));
        pool
    })
}

/// One pass over the register: this thread reads, another lays out.
fn lay_out<T: Send>(
    store: &Store,
    layer: impl FnOnce(&mut dyn Iterator<Item = (PersonId, PersonRecord)>) -> T + Send,
) -> Result<(T, Mark), Failure> {
    let (send, receive) = mpsc::sync_channel::<Vec<(PersonId, PersonRecord)>>(4);
    std::thread::scope(|scope| {
        let layer = scope.spawn(move || layer(&mut receive.into_iter().flatten()));
        let mut chunk = Vec::with_capacity(CHUNK);
        let read = store.for_each_person(|id, record| {
            chunk.push((id, record));
            if chunk.len() == CHUNK {
                // The other side only goes away by a fault, which the join below reports.
                let _ = send.send(std::mem::take(&mut chunk));
            }
        });
        let _ = send.send(chunk);
        drop(send);
        let laid_out = layer.join();
        let upto = read?;
        let value = laid_out.map_err(|_| Failure::Bug {
            detail: "the people could not be laid out".to_owned(),
        })?;
        Ok((value, upto))
    })
}

pub(super) fn offers(store: &Store) -> Result<Catalogue, Failure> {
    let courses = store.courses()?.into_iter().map(Offer::Course);
    let vacancies = store.vacancies()?.into_iter().map(Offer::Vacancy);
    Ok(Catalogue::build(
        knowledge::lexicon(),
        knowledge::occupations(),
        knowledge::divisions(),
        courses.chain(vacancies),
    ))
}
