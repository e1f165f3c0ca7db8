package arcade.web.admin.house;

import arcade.desk.house.Today;
import arcade.web.admin.Page;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** {@code /admin/today}: what needs a hand. */
@Named("todayPage")
@RequestScoped
public class TodayPage extends Page {
    @Inject
    private Today today;

    private Today.Numbers numbers;

    @PostConstruct
    void read() {
        numbers = today.look();
    }

    public Today.Numbers getNumbers() {
        return numbers;
    }

    /** Nothing waits for anybody. */
    public boolean isCalm() {
        return numbers.unknown() + numbers.breaks() + numbers.lowStock() + numbers.mailsGivenUp() == 0;
    }
}
