package arcade.store;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/**
 * The stores as the database has them, inside the caller's transaction. An EJB, because in the EAR only those see this module's
 * persistence unit.
 */
@Stateless
public class StoreRows {
    @PersistenceContext(unitName = "arcade")
    private EntityManager entities;

    public Optional<Store> byCode(String code) {
        return entities.createQuery("SELECT s FROM Store s WHERE s.code = :code", Store.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }

    public Optional<Store> byId(long id) {
        return Optional.ofNullable(entities.find(Store.class, id));
    }

    public void add(Store opened) {
        entities.persist(opened);
    }

    /** Writes what is changed now, so that later statements of the transaction see it. */
    public void write() {
        entities.flush();
    }
}
