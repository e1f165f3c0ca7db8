/** Pictures of products, added, described, put in order and removed by staff. */
package arcade.desk.pictures;
