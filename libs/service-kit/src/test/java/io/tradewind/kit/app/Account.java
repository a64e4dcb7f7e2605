package io.tradewind.kit.app;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** An aggregate written through Hibernate Reactive. */
@Entity
public class Account {

    @Id
    public UUID id;

    public int balance;
}
