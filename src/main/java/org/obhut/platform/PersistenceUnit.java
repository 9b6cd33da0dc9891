package org.obhut.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import javax.sql.DataSource;

/** Hands out the one persistence context and the data source, so that repositories take them in their constructor. */
@ApplicationScoped
public class PersistenceUnit {

    @Produces
    @PersistenceContext(unitName = "obhut")
    private EntityManager entities;

    @Produces
    @Resource(lookup = Database.JNDI)
    private DataSource database;
}
