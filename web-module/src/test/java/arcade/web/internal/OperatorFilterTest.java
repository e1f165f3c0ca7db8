package arcade.web.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class OperatorFilterTest {
    @Test
    void onlyTheWholeTokenOpens() {
        assertTrue(OperatorFilter.isOperator("secret", "Bearer secret"));
        assertFalse(OperatorFilter.isOperator("secret", "Bearer secre"));
        assertFalse(OperatorFilter.isOperator("secret", "Bearer secrets"));
        assertFalse(OperatorFilter.isOperator("secret", "Basic secret"));
        assertFalse(OperatorFilter.isOperator("secret", "null"));
    }

    @Test
    void anEmptyTokenOpensNothing() {
        assertFalse(OperatorFilter.isOperator("", "Bearer "));
    }
}
