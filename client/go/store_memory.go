package irandargah

import (
	"context"
	"sync"
	"time"
)

// memoryStore remembers events while the process lives.
type memoryStore struct {
	lock     sync.Mutex
	capacity int
	attempts map[string]*memoryAttempt
	// order is that of the first claims, oldest first.
	order []string
	now   func() time.Time
}

type memoryAttempt struct {
	owner string
	until time.Time
	done  bool
}

// NewMemoryStore is the inbox in memory: for tests, and for a shop of one process that may forget when it restarts. It
// keeps the newest 10,000 events, and all that are under way.
func NewMemoryStore() WebhookStore {
	return &memoryStore{capacity: 10_000, attempts: map[string]*memoryAttempt{}, now: time.Now}
}

func (s *memoryStore) Claim(_ context.Context, fingerprint, owner string, lease time.Duration) (WebhookClaim, error) {
	s.lock.Lock()
	defer s.lock.Unlock()
	found := s.attempts[fingerprint]
	if found != nil && found.done {
		return Done, nil
	}
	if found != nil && found.until.After(s.now()) {
		return Running, nil
	}
	if found == nil {
		s.makeRoom()
		s.order = append(s.order, fingerprint)
	}
	s.attempts[fingerprint] = &memoryAttempt{owner: owner, until: s.now().Add(lease)}
	return Claimed, nil
}

// makeRoom forgets the oldest events that are not under way.
func (s *memoryStore) makeRoom() {
	if len(s.attempts) < s.capacity {
		return
	}
	kept := s.order[:0]
	for _, fingerprint := range s.order {
		attempt := s.attempts[fingerprint]
		if len(s.attempts) >= s.capacity && (attempt.done || !attempt.until.After(s.now())) {
			delete(s.attempts, fingerprint)
		} else {
			kept = append(kept, fingerprint)
		}
	}
	s.order = kept
}

func (s *memoryStore) Finish(_ context.Context, fingerprint, owner string, _ Connection) (bool, error) {
	s.lock.Lock()
	defer s.lock.Unlock()
	found := s.attempts[fingerprint]
	if found == nil || found.owner != owner {
		return false, nil
	}
	found.done = true
	return true, nil
}

func (s *memoryStore) Release(_ context.Context, fingerprint, owner string) error {
	s.lock.Lock()
	defer s.lock.Unlock()
	if found := s.attempts[fingerprint]; found != nil && found.owner == owner {
		found.until = s.now()
	}
	return nil
}
