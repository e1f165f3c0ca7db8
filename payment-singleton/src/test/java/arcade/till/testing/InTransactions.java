package arcade.till.testing;

import arcade.cluster.FencingToken;
import arcade.cluster.LeaseView;
import arcade.till.book.DatabaseFails;
import arcade.till.book.PaymentBook;
import arcade.till.lease.LeaseDesk;
import arcade.till.payment.Outcome;
import arcade.till.payment.Step;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Beans whose transactions a server would make: here each call is one. */
final class InTransactions {
    private InTransactions() {}

    private static <T> T run(TestTransactions database, TestTransactions.Work<T> work) {
        try {
            return database.run(work);
        } catch (RuntimeException e) {
            throw e;
        } catch (SQLException e) {
            throw new DatabaseFails(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static final class Desk extends LeaseDesk {
        private final TestTransactions database;
        private final LeaseDesk desk;

        Desk(TestTransactions database, LeaseDesk desk) {
            this.database = database;
            this.desk = desk;
        }

        @Override
        public Optional<FencingToken> take(String owner) {
            return run(database, connection -> desk.take(owner));
        }

        @Override
        public boolean beat(FencingToken token) {
            return run(database, connection -> desk.beat(token));
        }

        @Override
        public void release(FencingToken token) {
            run(database, connection -> {
                desk.release(token);
                return null;
            });
        }

        @Override
        public void endSilent(LeaseView seen) {
            run(database, connection -> {
                desk.endSilent(seen);
                return null;
            });
        }

        @Override
        public LeaseView look() {
            return desk.look();
        }
    }

    static final class Book extends PaymentBook {
        private final TestTransactions database;
        private final PaymentBook book;

        Book(TestTransactions database, PaymentBook book) {
            this.database = database;
            this.book = book;
        }

        @Override
        public boolean hasWork() {
            return book.hasWork();
        }

        @Override
        public List<Long> due(int limit) {
            return book.due(limit);
        }

        @Override
        public List<Step> begin(FencingToken token, int limit) {
            return run(database, connection -> book.begin(token, limit));
        }

        @Override
        public List<Step> beginOne(FencingToken token, long payment) {
            return run(database, connection -> book.beginOne(token, payment));
        }

        @Override
        public List<Step> record(FencingToken token, List<Outcome> outcomes) {
            return run(database, connection -> book.record(token, outcomes));
        }

        @Override
        public void putOff(FencingToken token, long payment) {
            run(database, connection -> {
                book.putOff(token, payment);
                return null;
            });
        }

        @Override
        public void takeOver(FencingToken token) {
            run(database, connection -> {
                book.takeOver(token);
                return null;
            });
        }

        @Override
        public void gatewayAnswers(FencingToken token, boolean answers) {
            run(database, connection -> {
                book.gatewayAnswers(token, answers);
                return null;
            });
        }

        @Override
        public int wakeFromTheFuture(FencingToken token) {
            return run(database, connection -> book.wakeFromTheFuture(token));
        }
    }
}
