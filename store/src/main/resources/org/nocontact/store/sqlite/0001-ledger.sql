-- The ledger: entries without their words. Each hash covers the one before; see docs/decisions/0002-store.md.
create table entry (
  account text not null,
  seq integer not null check (seq > 0),
  kind text not null,
  at text not null,
  trusted text not null,
  facts text not null,
  commitment blob not null,
  hash blob not null,
  primary key (account, seq)
) without rowid, strict;

create index entry_by_kind on entry (account, kind, seq);

-- What a person wrote or received. Burning empties salt and words and leaves the row: removing rows would let SQLite
-- move neighbours from page to page, and what is moved stays readable where it was. For the same reason this table has
-- a rowid: its rows are only ever added at the end.
create table words (
  account text not null,
  seq integer not null,
  salt blob,
  words text,
  unique (account, seq),
  foreign key (account, seq) references entry (account, seq)
) strict;

-- The last entry of each account, so that one that is missing at the end is missed.
create table head (
  account text not null primary key,
  seq integer not null,
  hash blob not null,
  foreign key (account, seq) references entry (account, seq)
) without rowid, strict;

-- The latest mark of the trusted clock.
create table clock (
  account text not null primary key,
  trusted text not null,
  wall text not null,
  boot text not null,
  steady text not null,
  vouched_for integer not null,
  anchor text not null, -- a trusted instant and what the wall showed then, kept by the network; or empty
  digest blob not null
) without rowid, strict;

-- What the entries up to `seq` add up to, so that a start need not take them all in.
create table snapshot (
  account text not null primary key,
  seq integer not null,
  hash blob not null,
  version integer not null,
  story text not null,
  digest blob not null,
  foreign key (account, seq) references entry (account, seq)
) without rowid, strict;
