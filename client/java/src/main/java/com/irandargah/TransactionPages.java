package com.irandargah;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;

/** Goes through all pages of the transactions (docs/decisions/0060). */
final class TransactionPages implements Iterator<TransactionSummary> {
    private final GatewayOperations gateway;
    private final ListTransactionsQuery query = new ListTransactionsQuery();
    private final Set<String> given = new HashSet<>();
    private final Deque<TransactionSummary> waiting = new ArrayDeque<>();
    private long page;
    private boolean ended;

    TransactionPages(GatewayOperations gateway, ListTransactionsQuery asked) {
        this.gateway = gateway;
        asked.fields().forEach(query::put);
        Object first = query.fields().get("page");
        page = first instanceof Long ? (Long) first : 1;
    }

    @Override
    public boolean hasNext() {
        while (waiting.isEmpty() && !ended) {
            read();
        }
        return !waiting.isEmpty();
    }

    private void read() {
        TransactionListResponseData list = gateway.listTransactions(query.page(page), CallOptions.none());
        boolean added = false;
        for (TransactionSummary one : list.transactions()) {
            if (one.authority() == null || given.add(one.authority())) {
                waiting.add(one);
                added = true;
            }
        }
        Long last = list.pagination().lastPage();
        // Who does not say how many pages there are has none left when one brings nothing new.
        ended = list.transactions().isEmpty() || (last == null ? !added : page >= last);
        page++;
    }

    @Override
    public TransactionSummary next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return waiting.remove();
    }
}
