/** The pages one looks at: home, category, product, search, and what search engines read. The same for everybody. */
package arcade.web.catalog;
