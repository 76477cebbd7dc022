// Tries the inbox in a real database: inbox DRIVER ADDRESS prints ok, or what it should not have done.
package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log"
	"os"
	"sync"
	"sync/atomic"
	"time"

	_ "github.com/lib/pq"
	_ "github.com/mattn/go-sqlite3"

	"irandargah.com/client/v3"
)

var ctx = context.Background()

const lease = time.Minute

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func expect[Value comparable](what string, want Value) func(Value, error) {
	return func(got Value, err error) {
		if err != nil || got != want {
			log.Fatalf("%s: got %v (%v), want %v", what, got, err, want)
		}
	}
}

func lives(store irandargah.WebhookStore) {
	expect("a new event", irandargah.Claimed)(store.Claim(ctx, "one", "a", lease))
	expect("one under way", irandargah.Running)(store.Claim(ctx, "one", "b", lease))
	expect("finished by a stranger", false)(store.Finish(ctx, "one", "b", nil))
	expect("finished", true)(store.Finish(ctx, "one", "a", nil))
	expect("finished twice", true)(store.Finish(ctx, "one", "a", nil))
	must(store.Release(ctx, "one", "a"))
	expect("one that is done", irandargah.Done)(store.Claim(ctx, "one", "b", lease))

	expect("given back", irandargah.Claimed)(store.Claim(ctx, "two", "a", lease))
	must(store.Release(ctx, "two", "b"))
	expect("given back by a stranger", irandargah.Running)(store.Claim(ctx, "two", "b", lease))
	must(store.Release(ctx, "two", "a"))
	expect("taken again", irandargah.Claimed)(store.Claim(ctx, "two", "b", lease))

	expect("a short lease", irandargah.Claimed)(store.Claim(ctx, "three", "a", 50*time.Millisecond))
	time.Sleep(200 * time.Millisecond)
	expect("taken over", irandargah.Claimed)(store.Claim(ctx, "three", "b", lease))
	expect("finished too late", false)(store.Finish(ctx, "three", "a", nil))
	expect("finished by the other", true)(store.Finish(ctx, "three", "b", nil))
}

func manyAtOnce(store irandargah.WebhookStore) {
	var runs, done atomic.Int64
	var all sync.WaitGroup
	for range 20 {
		all.Add(1)
		go func() {
			defer all.Done()
			status, err := irandargah.HandleOnce(ctx, &irandargah.Event{Fingerprint: "many"}, store,
				func(context.Context, *irandargah.Event, irandargah.MarkDone) error {
					runs.Add(1)
					time.Sleep(300 * time.Millisecond)
					return nil
				}, lease)
			must(err)
			if status == 200 {
				done.Add(1)
			}
		}()
	}
	all.Wait()
	if runs.Load() != 1 || done.Load() < 1 {
		log.Fatalf("the handler of one event ran %d times", runs.Load())
	}
}

// transactions: what the shop writes and that the event is done are one.
func transactions(db *sql.DB, store irandargah.WebhookStore) {
	broken := errors.New("no")
	attempt := func(fingerprint string, lease, pause time.Duration, fails bool) (int, error) {
		event := &irandargah.Event{Fingerprint: fingerprint}
		return irandargah.HandleOnce(ctx, event, store, func(ctx context.Context, _ *irandargah.Event, done irandargah.MarkDone) error {
			transaction, err := db.BeginTx(ctx, nil)
			must(err)
			defer func() { _ = transaction.Rollback() }()
			time.Sleep(pause)
			if err := done(ctx, transaction); err != nil {
				return err
			}
			if fails {
				return broken
			}
			return transaction.Commit()
		}, lease)
	}
	if status, err := attempt("transaction", lease, 0, true); status != 500 || !errors.Is(err, broken) {
		log.Fatal("rolled back: ", status, err)
	}
	expect("committed", 200)(attempt("transaction", lease, 0, false))
	expect("committed before", irandargah.Done)(store.Claim(ctx, "transaction", "x", lease))
}

func main() {
	driver := os.Args[1]
	db, err := sql.Open(driver, os.Args[2])
	must(err)
	makers := map[string]struct {
		table string
		store func(*sql.DB) irandargah.WebhookStore
	}{
		"postgres": {irandargah.PostgresTable, irandargah.NewPostgresStore},
		"pgx":      {irandargah.PostgresTable, irandargah.NewPostgresStore},
		"mysql":    {irandargah.MySQLTable, irandargah.NewMySQLStore},
		"sqlite3":  {irandargah.SQLiteTable, irandargah.NewSQLiteStore},
	}
	_, err = db.Exec(makers[driver].table)
	must(err)
	store := makers[driver].store(db)
	// What another shop has done is done here.
	expect("done by another shop", irandargah.Done)(store.Claim(ctx, "shared", "a", lease))
	lives(store)
	manyAtOnce(store)
	transactions(db, store)
	fmt.Println("ok")
}
