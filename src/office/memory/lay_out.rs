//! Laying out everybody, in one pass over the register.

use crate::{
    domain::{
        failure::Failure,
        ids::PersonId,
        person::PersonRecord,
        searched::{Searched, SearchedText},
    },
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

/// Everybody for search. This thread reads, another lays out; what passes between them is one text a
/// batch, because a record of its own for everybody would cost more than all the rest.
pub(super) fn index(store: &Store) -> Result<(Index, Mark), Failure> {
    let (send, receive) = mpsc::sync_channel::<Batch>(4);
    std::thread::scope(|scope| {
        let layer = scope.spawn(move || {
            let (lexicon, occupations) = (knowledge::lexicon(), knowledge::occupations());
            Index::lay_out_all(lexicon, Some(occupations), |each| {
                for batch in receive {
                    batch.hand_over(each);
                }
            })
        });
        let mut batch = Batch::default();
        let read = store.for_each_searched(|id, person| {
            batch.push(id, person);
            if batch.people.len() == CHUNK {
                // The other side only goes away by a fault, which the join below reports.
                let _ = send.send(std::mem::take(&mut batch));
            }
        });
        let _ = send.send(batch);
        drop(send);
        let laid_out = layer.join();
        let upto = read?;
        let index = laid_out.map_err(|_| not_laid_out())?;
        Ok((index, upto))
    })
}

/// Some people's fields, their texts one after the other.
#[derive(Default)]
struct Batch {
    text: String,
    people: Vec<(PersonId, Searched<'static>, [usize; SearchedText::COUNT])>,
}

impl Batch {
    fn push(&mut self, id: PersonId, person: &Searched<'_>) {
        let ends = person.texts.map(|text| {
            self.text.push_str(text);
            self.text.len()
        });
        let rest = Searched {
            texts: [""; SearchedText::COUNT],
            ..*person
        };
        self.people.push((id, rest, ends));
    }

    fn hand_over(&self, each: &mut dyn FnMut(PersonId, &Searched<'_>)) {
        let mut from = 0;
        for (id, rest, ends) in &self.people {
            let texts = ends.map(|end| {
                let text = self.text.get(from..end).unwrap_or("");
                from = end;
                text
            });
            each(*id, &Searched { texts, ..*rest });
        }
    }
}

/// Everybody for fit.
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
        let value = laid_out.map_err(|_| not_laid_out())?;
        Ok((value, upto))
    })
}

fn not_laid_out() -> Failure {
    Failure::Bug {
        detail: "the people could not be laid out".to_owned(),
    }
}

/// Courses and vacancies.
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
